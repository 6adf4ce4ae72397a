package atelier.engine.onnx;

import atelier.engine.protobuf.Message;

/** A setting of a node ({@code AttributeProto}). */
public final class OnnxAttribute {

    // Fields.
    private static final int NAME = 1;
    private static final int F = 2;
    private static final int I = 3;
    private static final int S = 4;
    private static final int INTS = 8;
    private static final int TYPE = 20;

    // Which of the fields holds the value.
    private static final long IS_FLOAT = 1;
    private static final long IS_INT = 2;
    private static final long IS_STRING = 3;
    private static final long IS_INTS = 7;

    private final Message message;

    private OnnxAttribute(Message message) {
        this.message = message;
    }

    /** One whole number. */
    public static OnnxAttribute whole(String name, long value) {
        return new OnnxAttribute(
                new Message().text(NAME, name).whole(I, value).whole(TYPE, IS_INT));
    }

    /** One real number. */
    public static OnnxAttribute real(String name, float value) {
        return new OnnxAttribute(
                new Message().text(NAME, name).real(F, value).whole(TYPE, IS_FLOAT));
    }

    /** A word. */
    public static OnnxAttribute text(String name, String value) {
        return new OnnxAttribute(
                new Message().text(NAME, name).text(S, value).whole(TYPE, IS_STRING));
    }

    /** Several whole numbers. */
    public static OnnxAttribute wholes(String name, long... values) {
        Message message = new Message().text(NAME, name);
        for (long value : values) {
            message.whole(INTS, value);
        }
        return new OnnxAttribute(message.whole(TYPE, IS_INTS));
    }

    Message message() {
        return message;
    }
}
