/** The catalog of models and how they are fetched; the one place that reaches for the network. */
@NullMarked
package atelier.service.library.download;

import org.jspecify.annotations.NullMarked;
