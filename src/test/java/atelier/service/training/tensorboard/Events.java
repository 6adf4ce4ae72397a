package atelier.service.training.tensorboard;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads event files back by the published formats, with every checksum, sharing no code. */
public final class Events {

    /** Fields of a message by number; those that come twice stand twice. */
    public record Fields(Map<Integer, List<Object>> all) {

        /** The only one of that number. */
        public Object one(int field) {
            List<Object> values = all.getOrDefault(field, List.of());
            if (values.size() != 1) {
                throw new AssertionError("field " + field + " of " + all);
            }
            return values.getFirst();
        }

        /** A whole number, 0 where it is left out. */
        public long whole(int field) {
            return all.containsKey(field) ? (Long) one(field) : 0;
        }

        String text(int field) {
            return new String((byte[]) one(field), StandardCharsets.UTF_8);
        }

        Fields message(int field) {
            return parse(ByteBuffer.wrap((byte[]) one(field)));
        }

        boolean has(int field) {
            return all.containsKey(field);
        }
    }

    private Events() {}

    /** The event files of a folder, in the order in which TensorBoard reads them. */
    public static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().contains("tfevents"))
                    .sorted()
                    .toList();
        }
    }

    /** Each event of a file. */
    public static List<Fields> read(Path file) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        List<Fields> events = new ArrayList<>();
        while (in.hasRemaining()) {
            byte[] length = new byte[8];
            in.get(length);
            check(length, in.getInt());
            byte[] data =
                    new byte
                            [(int)
                                    ByteBuffer.wrap(length)
                                            .order(ByteOrder.LITTLE_ENDIAN)
                                            .getLong()];
            in.get(data);
            check(data, in.getInt());
            events.add(parse(ByteBuffer.wrap(data)));
        }
        return events;
    }

    /** The numbers of one tag by step. */
    public static Map<Long, Float> scalars(List<Fields> events, String tag) {
        Map<Long, Float> numbers = new LinkedHashMap<>();
        for (Fields event : events) {
            for (Fields value : values(event)) {
                if (value.text(1).equals(tag) && value.has(2)) {
                    numbers.put(event.whole(2), (Float) value.one(2));
                }
            }
        }
        return numbers;
    }

    /** The step and the tag of each picture. */
    public static List<String> images(List<Fields> events) {
        List<String> images = new ArrayList<>();
        for (Fields event : events) {
            for (Fields value : values(event)) {
                if (value.has(4)) {
                    images.add(event.whole(2) + " " + value.text(1));
                }
            }
        }
        return images;
    }

    /** The values of an event's summary. */
    static List<Fields> values(Fields event) {
        return event.has(5)
                ? event.message(5).all().getOrDefault(1, List.of()).stream()
                        .map(value -> parse(ByteBuffer.wrap((byte[]) value)))
                        .toList()
                : List.of();
    }

    /** Bit by bit, by the polynomial of Castagnoli. */
    private static void check(byte[] bytes, int masked) {
        int crc = ~0;
        for (byte b : bytes) {
            crc ^= b & 0xff;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) == 0 ? crc >>> 1 : crc >>> 1 ^ 0x82f63b78;
            }
        }
        crc = ~crc;
        int expected = (crc >>> 15 | crc << 17) + 0xa282ead8;
        if (expected != masked) {
            throw new AssertionError("a checksum is wrong");
        }
    }

    private static Fields parse(ByteBuffer bytes) {
        ByteBuffer in = bytes.order(ByteOrder.LITTLE_ENDIAN);
        Map<Integer, List<Object>> fields = new LinkedHashMap<>();
        while (in.hasRemaining()) {
            long key = varint(in);
            Object value =
                    switch ((int) key & 7) {
                        case 0 -> varint(in);
                        case 1 -> in.getDouble();
                        case 2 -> {
                            byte[] data = new byte[(int) varint(in)];
                            in.get(data);
                            yield data;
                        }
                        case 5 -> in.getFloat();
                        default -> throw new AssertionError("wire type of key " + key);
                    };
            fields.computeIfAbsent((int) (key >>> 3), field -> new ArrayList<>()).add(value);
        }
        return new Fields(fields);
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            long part = in.get();
            value |= (part & 127) << shift;
            if (part >= 0) {
                return value;
            }
        }
    }
}
