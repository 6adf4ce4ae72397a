package atelier.ui.shell;

/** A line of the palette. */
public sealed interface PaletteRow {

    /**
     * What the lines below it are about.
     *
     * @param group their group
     */
    record Heading(Command.Group group) implements PaletteRow {}

    /**
     * Something that can be done.
     *
     * @param command it
     */
    record Hit(Command command) implements PaletteRow {}
}
