/** Files on disk: written whole or not at all, and pictures read in whatever form they come. */
@NullMarked
package atelier.service.storage;

import org.jspecify.annotations.NullMarked;
