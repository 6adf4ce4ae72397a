/** Tests of portraits in words. */
@NullMarked
package atelier.model.starter;

import org.jspecify.annotations.NullMarked;
