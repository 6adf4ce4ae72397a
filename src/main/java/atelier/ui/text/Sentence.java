package atelier.ui.text;

/**
 * What an engine or a service says in English, such as a failure's one sentence. It is said in the
 * window's language where {@link Sentences} knows it.
 *
 * @param english as it goes to the terminal and the log
 */
record Sentence(String english) implements Saying {}
