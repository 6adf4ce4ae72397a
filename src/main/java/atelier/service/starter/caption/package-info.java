/** Writes captions for cartoon portraits, as people would: long or short, in this order or that. */
@NullMarked
package atelier.service.starter.caption;

import org.jspecify.annotations.NullMarked;
