package atelier.cli.option;

import picocli.CommandLine.Option;

/** How large images are made. */
public final class SizeOption {

    @Option(
            names = "--size",
            paramLabel = "WxH",
            defaultValue = "1024x1024",
            converter = SizeArgument.class,
            description = "Width and height in pixels, divisible by 8. Default: ${DEFAULT-VALUE}.")
    private SizeArgument.Size size;

    /** In pixels. */
    public int width() {
        return size.width();
    }

    /** In pixels. */
    public int height() {
        return size.height();
    }
}
