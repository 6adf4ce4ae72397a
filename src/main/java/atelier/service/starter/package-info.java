/** What works out of the box, on what Atelier makes itself. */
@NullMarked
package atelier.service.starter;

import org.jspecify.annotations.NullMarked;
