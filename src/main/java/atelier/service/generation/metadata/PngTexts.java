package atelier.service.generation.metadata;

import atelier.service.storage.PngChunk;
import atelier.service.storage.PngChunks;
import atelier.service.storage.Utf8;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.DataFormatException;

/** The texts in a PNG file: tEXt, zTXt and iTXt chunks (PNG §11.3.3). */
final class PngTexts {

    private static final Set<String> TYPES = Set.of("tEXt", "zTXt", "iTXt");

    /** All texts of one file together, unpacked. */
    private static final int MOST_BYTES = 2 * PngChunks.MOST_BYTES;

    private final Map<String, String> texts = new HashMap<>();
    private final List<String> problems = new ArrayList<>();
    private int room = MOST_BYTES;

    private PngTexts() {}

    /** Reads the texts of a file that begins as a PNG; what is damaged is left out and told. */
    static EmbeddedTexts read(Path png) throws IOException {
        PngTexts reader = new PngTexts();
        PngChunks chunks = PngChunks.read(png, TYPES);
        reader.problems.addAll(chunks.problems());
        for (PngChunk chunk : chunks.chunks()) {
            try {
                reader.add(chunk);
            } catch (DataFormatException e) {
                reader.problems.add(String.valueOf(e.getMessage()));
            }
        }
        return new EmbeddedTexts(reader.texts, reader.problems);
    }

    private void add(PngChunk chunk) throws DataFormatException {
        byte[] data = chunk.data();
        int keywordEnd = zero(data, 0);
        String keyword = new String(data, 0, keywordEnd, StandardCharsets.ISO_8859_1);
        byte[] text =
                switch (chunk.type()) {
                    case "tEXt" -> Arrays.copyOfRange(data, keywordEnd + 1, data.length);
                    case "zTXt" -> PngChunks.inflate(data, keywordEnd + 2);
                    default -> international(data, keywordEnd + 1);
                };
        if (text.length > room) {
            throw new DataFormatException("its texts unpack to more than 32 MB");
        }
        room -= text.length;
        // Some tools write UTF-8 where the standard asks for Latin-1.
        boolean utf8 = chunk.type().equals("iTXt") || Utf8.decode(text) != null;
        texts.put(
                keyword,
                new String(text, utf8 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1));
    }

    /** Compression flag, method, language, zero, translated keyword, zero, text. */
    private static byte[] international(byte[] data, int start) throws DataFormatException {
        int language = start + 2;
        int translated = zero(data, language) + 1;
        int text = zero(data, translated) + 1;
        return data[start] == 0
                ? Arrays.copyOfRange(data, text, data.length)
                : PngChunks.inflate(data, text);
    }

    private static int zero(byte[] data, int from) throws DataFormatException {
        for (int i = from; i < data.length; i++) {
            if (data[i] == 0) {
                return i;
            }
        }
        throw new DataFormatException("a text block of it is damaged");
    }
}
