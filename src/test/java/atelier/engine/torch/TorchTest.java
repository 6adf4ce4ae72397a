package atelier.engine.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TorchTest {

    private Lane lane;
    private Torch torch;

    @BeforeEach
    void open() {
        lane = new Lane();
        torch = lane.call(() -> new Torch(lane, Device.cpu()));
    }

    @AfterEach
    void close() {
        lane.run(torch::close);
        lane.close();
    }

    @Test
    void refusesCallsFromOtherThreads() {
        assertThatThrownBy(() -> torch.floats(torch.manager(), new float[] {1}, 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("accelerator lane");
    }

    @Test
    void roundsToBf16AndBack() {
        float[] back =
                lane.call(() -> {
                    try (NDManager owner = torch.newManager()) {
                        NDArray array =
                                torch.floats(owner, new float[] {1.00390625f, -3, 1e30f}, 3);
                        return torch.toFloats(torch.cast(owner, array, ComputeType.BFLOAT16));
                    }
                });
        assertThat(back).containsExactly(1f, -3f, Float.intBitsToFloat(0x714a0000));
    }

    @Test
    void mapsBf16FilesWithoutACopy(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("two words.v1.bin");
        ByteBuffer bytes = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putShort((short) 0)
                .putShort((short) 0x3f80)
                .putShort((short) 0xc040)
                .putShort((short) 0);
        Files.write(file, bytes.array());
        float[] seen =
                lane.call(() -> {
                    try (NDManager owner = torch.newManager()) {
                        NDArray flat = torch.mapFile(owner, file, ComputeType.BFLOAT16, 4);
                        NDArray part = torch.slice(owner, flat, 1, 3, 2, 1);
                        flat.close();
                        Files.write(file, new byte[] {0, 0, 0, 0x40, 0x40, (byte) 0xc0, 0, 0});
                        assertThat(part.getShape().getShape()).containsExactly(2, 1);
                        return torch.toFloats(part);
                    }
                });
        assertThat(seen).containsExactly(2f, -3f);
    }
}
