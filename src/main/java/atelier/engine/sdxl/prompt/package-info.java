/** From a prompt to token ids: attention syntax, CLIP's tokenizers, 75-token chunks, emphasis. */
@NullMarked
package atelier.engine.sdxl.prompt;

import org.jspecify.annotations.NullMarked;
