/** Tests of what works out of the box. */
@NullMarked
package atelier.service.starter;

import org.jspecify.annotations.NullMarked;
