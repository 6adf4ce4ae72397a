/** The library panel: characters, adapters, images and models, their health and their history. */
@NullMarked
package atelier.ui.library;

import org.jspecify.annotations.NullMarked;
