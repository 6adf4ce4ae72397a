/** Tests of tokenizers, prompt syntax and chunks. */
@NullMarked
package atelier.engine.sdxl.prompt;

import org.jspecify.annotations.NullMarked;
