/** Painted persons put into scenes, with all that is known of them. */
@NullMarked
package atelier.service.starter.scene;

import org.jspecify.annotations.NullMarked;
