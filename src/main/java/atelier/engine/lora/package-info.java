/** Adapters: reading every format of them, stacking them onto a model's layers, writing them. */
@NullMarked
package atelier.engine.lora;

import org.jspecify.annotations.NullMarked;
