/** The rules of the house as tests: layers, words and sizes. */
@NullMarked
package atelier.architecture;

import org.jspecify.annotations.NullMarked;
