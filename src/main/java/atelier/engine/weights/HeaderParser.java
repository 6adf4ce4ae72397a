package atelier.engine.weights;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads the JSON of a safetensors header, token by token, and believes nothing: every rule of the
 * format is checked, so that each byte of the data belongs to exactly one tensor.
 */
final class HeaderParser {

    /** A rule of the format that does not hold; the message completes "the file is damaged: …". */
    static final class BadHeader extends Exception {

        private static final long serialVersionUID = 1L;

        private final String what;

        BadHeader(String what) {
            super(what);
            this.what = what;
        }

        String what() {
            return what;
        }
    }

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final String METADATA = "__metadata__";

    /** SDXL has some 2,500 tensors; a header at the limit of its length could hold millions. */
    private static final int MOST_TENSORS = 200_000;

    private static final int MOST_AXES = 16;

    private final long dataBegin;
    private final SequencedMap<String, TensorInfo> tensors = new LinkedHashMap<>();
    private final SequencedMap<String, String> metadata = new LinkedHashMap<>();

    /**
     * @param dataBegin where the data begins in the file; the offsets of the header count from
     *     there
     */
    HeaderParser(long dataBegin) {
        this.dataBegin = dataBegin;
    }

    /** The tensors, in the order of the header. */
    SequencedMap<String, TensorInfo> tensors() {
        return Collections.unmodifiableSequencedMap(tensors);
    }

    /** The text metadata, in the order of the header. */
    SequencedMap<String, String> metadata() {
        return Collections.unmodifiableSequencedMap(metadata);
    }

    /**
     * Reads the whole header.
     *
     * @param json the header's text
     * @param dataSize how many bytes of data follow the header in the file
     */
    void parse(String json, long dataSize) throws BadHeader {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
            expect(parser, JsonToken.START_OBJECT, "its header is not a JSON object");
            boolean described = false;
            for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                if (!name.equals(METADATA)) {
                    tensor(parser, name);
                } else if (described) {
                    throw new BadHeader("its header has two entries of metadata");
                } else {
                    described = true;
                    metadata(parser);
                }
            }
            if (parser.nextToken() != null) {
                throw new BadHeader("its header goes on after the end of the JSON");
            }
        } catch (JacksonException e) {
            String reason = Printable.of(e.getOriginalMessage());
            throw new BadHeader("its header is not valid JSON (" + reason + ")");
        }
        requireEveryByteOnce(dataSize);
    }

    private void metadata(JsonParser parser) throws BadHeader {
        expect(parser, JsonToken.START_OBJECT, "its metadata is not a JSON object");
        for (String key = parser.nextName(); key != null; key = parser.nextName()) {
            String where = "the metadata \"" + Printable.of(key) + "\" ";
            expect(parser, JsonToken.VALUE_STRING, where + "is not text");
            if (metadata.put(key, parser.getString()) != null) {
                throw new BadHeader(where + "occurs twice");
            }
        }
    }

    private void tensor(JsonParser parser, String name) throws BadHeader {
        String where = where(name);
        expect(parser, JsonToken.START_OBJECT, where + "has no description");
        DType type = null;
        List<Long> shape = null;
        List<Long> range = null;
        Set<String> seen = new HashSet<>();
        for (String field = parser.nextName(); field != null; field = parser.nextName()) {
            if (!seen.add(field)) {
                throw new BadHeader(where + "has two entries \"" + Printable.of(field) + "\"");
            }
            switch (field) {
                case "dtype" -> type = type(parser, where);
                case "shape" -> shape = numbers(parser, where);
                case "data_offsets" -> range = numbers(parser, where);
                default ->
                        throw new BadHeader(
                                where + "has the unknown entry \"" + Printable.of(field) + "\"");
            }
        }
        if (type == null || shape == null || range == null || range.size() != 2) {
            throw new BadHeader(where + "lacks its type, shape or offsets");
        }
        if (tensors.put(name, checked(name, type, shape, range.get(0), range.get(1))) != null) {
            throw new BadHeader(where + "occurs twice");
        }
        if (tensors.size() > MOST_TENSORS) {
            throw new BadHeader("it has more than %,d tensors".formatted(MOST_TENSORS));
        }
    }

    private static String where(String name) {
        return "tensor \"" + Printable.of(name) + "\" ";
    }

    private static DType type(JsonParser parser, String where) throws BadHeader {
        expect(parser, JsonToken.VALUE_STRING, where + "has no type");
        DType type = DType.named(parser.getString());
        if (type == null) {
            throw new BadHeader(
                    where
                            + "has the unknown element type \""
                            + Printable.of(parser.getString())
                            + "\"");
        }
        return type;
    }

    private static List<Long> numbers(JsonParser parser, String where) throws BadHeader {
        expect(parser, JsonToken.START_ARRAY, where + "has a shape or offsets that are not a list");
        List<Long> numbers = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT) {
                throw new BadHeader(where + "has a shape or offset that is not a whole number");
            }
            long number = parser.getLongValue();
            if (number < 0) {
                throw new BadHeader(where + "has the negative size or offset " + number);
            }
            numbers.add(number);
            if (numbers.size() > MOST_AXES) {
                throw new BadHeader(where + "has more than " + MOST_AXES + " axes");
            }
        }
        return List.copyOf(numbers);
    }

    /** The tensor, its offsets still counted from the beginning of the data. */
    private static TensorInfo checked(
            String name, DType type, List<Long> shape, long begin, long end) throws BadHeader {
        if (begin > end) {
            throw new BadHeader(
                    where(name) + "ends at byte %d, before its beginning %d".formatted(end, begin));
        }
        long bytes = type.bytes();
        try {
            for (long extent : shape) {
                bytes = Math.multiplyExact(bytes, extent);
            }
        } catch (ArithmeticException e) {
            throw new BadHeader(
                    where(name) + "of shape %s would be larger than any file".formatted(shape));
        }
        if (bytes != end - begin) {
            throw new BadHeader(
                    where(name)
                            + "of shape %s and type %s takes %d bytes, but its offsets say %d"
                                    .formatted(shape, type, bytes, end - begin));
        }
        return new TensorInfo(name, type, shape, begin, end);
    }

    private void requireEveryByteOnce(long dataSize) throws BadHeader {
        List<TensorInfo> ordered = new ArrayList<>(tensors.values());
        ordered.sort(
                Comparator.comparingLong(TensorInfo::begin).thenComparingLong(TensorInfo::end));
        long next = 0;
        for (TensorInfo tensor : ordered) {
            if (tensor.begin() != next) {
                throw new BadHeader(
                        tensor.begin() < next
                                ? where(tensor.name()) + "overlaps the one before it"
                                : "there is a gap before " + where(tensor.name()).strip());
            }
            next = tensor.end();
        }
        if (next > dataSize) {
            throw new BadHeader(
                    "it is cut off: %,d of %,d bytes of data are there".formatted(dataSize, next));
        }
        if (next < dataSize) {
            throw new BadHeader("%,d bytes follow its last tensor".formatted(dataSize - next));
        }
        tensors.replaceAll((name, tensor) ->
                new TensorInfo(
                        name,
                        tensor.dtype(),
                        tensor.shape(),
                        dataBegin + tensor.begin(),
                        dataBegin + tensor.end()));
    }

    private static void expect(JsonParser parser, @Nullable JsonToken wanted, String otherwise)
            throws BadHeader {
        if (parser.nextToken() != wanted) {
            throw new BadHeader(otherwise);
        }
    }
}
