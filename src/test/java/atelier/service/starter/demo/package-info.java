/** Tests of what works out of the box. */
@NullMarked
package atelier.service.starter.demo;

import org.jspecify.annotations.NullMarked;
