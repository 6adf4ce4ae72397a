package atelier.engine.upscale;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.model.restoration.Bitmap;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TilingTest {

    @Test
    void theTilesKeptPartsCoverAnyLengthWithoutGaps() {
        TileGrid grid = new TileGrid(256);
        for (int length = 1; length < 1000; length++) {
            int covered = 0;
            int tiles = 0;
            for (TileGrid.Start start : grid.starts(length, 1)) {
                int begin = start.left() + TileGrid.EDGE;
                assertThat(begin).isLessThanOrEqualTo(covered);
                assertThat(begin).as("a tile that is of use").isLessThan(length);
                if (tiles > 0) {
                    assertThat(covered - begin).isEqualTo(TileGrid.FADE);
                }
                covered = start.left() + 256 - TileGrid.EDGE;
                tiles++;
            }
            assertThat(covered).isGreaterThanOrEqualTo(length);
        }
    }

    /** Two tiles of one colour each: all of the first, then evenly more of the second. */
    @Test
    void oneTilePassesIntoTheNext() {
        TilePaste paste = new TilePaste(112, 48, 1);
        int[] dark = new int[64 * 64];
        int[] light = new int[64 * 64];
        Arrays.fill(dark, 0xff000000);
        Arrays.fill(light, 0xffa0a0a0);
        paste.paste(dark, new TileGrid.Start(-8, -8), 64);
        paste.paste(light, new TileGrid.Start(24, -8), 64);
        int[] row = new int[80];
        for (int x = 0; x < row.length; x++) {
            row[x] = paste.pixels()[20 * 112 + x] & 0xff;
        }
        for (int x = 0; x < 32; x++) {
            assertThat(row[x]).isZero();
        }
        for (int x = 32; x < 48; x++) {
            // Sixteen pixels, each by its middle.
            assertThat(row[x]).isEqualTo((int) Math.round((x - 31.5) / 16 * 0xa0));
        }
        for (int x = 48; x < 80; x++) {
            assertThat(row[x]).isEqualTo(0xa0);
        }
    }

    @Test
    void beyondItsEdgesAPictureIsMirrored() {
        Bitmap row = new Bitmap(3, 1, new int[] {1, 2, 3});
        assertThat(MirroredPixels.of(row, -4, 0, 9)).startsWith(1, 2, 3, 2, 1, 2, 3, 2, 1);
        assertThat(MirroredPixels.of(new Bitmap(1, 1, new int[] {7}), -2, -2, 4)).containsOnly(7);
    }
}
