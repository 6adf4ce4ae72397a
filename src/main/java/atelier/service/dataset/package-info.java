/** Datasets: which pictures of a folder are trained on, with which caption, at which size. */
@NullMarked
package atelier.service.dataset;

import org.jspecify.annotations.NullMarked;
