/** Pictures and captions to train on. */
@NullMarked
package atelier.model.dataset;

import org.jspecify.annotations.NullMarked;
