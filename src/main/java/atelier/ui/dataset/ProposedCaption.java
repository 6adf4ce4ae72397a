package atelier.ui.dataset;

/**
 * What a caption is and what it would become.
 *
 * @param name of its file
 * @param before empty where there is none
 * @param after in one line
 */
public record ProposedCaption(String name, String before, String after) {}
