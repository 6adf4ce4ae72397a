/** Networks that say what a picture shows. */
@NullMarked
package atelier.engine.caption;

import org.jspecify.annotations.NullMarked;
