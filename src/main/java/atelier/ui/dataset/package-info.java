/** The pictures and captions that training will get. */
@NullMarked
package atelier.ui.dataset;

import org.jspecify.annotations.NullMarked;
