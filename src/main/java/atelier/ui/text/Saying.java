package atelier.ui.text;

/** What is said in the language chosen: a message of the window's, or a sentence of a service's. */
sealed interface Saying permits Phrase, Sentence {}
