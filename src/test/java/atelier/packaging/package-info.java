/** Tests of what the build leaves in the distribution's folder, and of how it starts. */
@NullMarked
package atelier.packaging;

import org.jspecify.annotations.NullMarked;
