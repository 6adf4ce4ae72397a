/** Adapters: what a file of them is, and what one is described as when it is written. */
@NullMarked
package atelier.model.adapter;

import org.jspecify.annotations.NullMarked;
