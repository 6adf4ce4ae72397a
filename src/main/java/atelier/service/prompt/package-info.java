/** Prompts as users write them: choices, wildcards, styles, and what they come to. */
@NullMarked
package atelier.service.prompt;

import org.jspecify.annotations.NullMarked;
