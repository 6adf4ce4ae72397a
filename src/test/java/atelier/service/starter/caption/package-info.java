/** Tests of captions. */
@NullMarked
package atelier.service.starter.caption;

import org.jspecify.annotations.NullMarked;
