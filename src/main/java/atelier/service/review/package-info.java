/** Compares adapters side by side: plans comparisons, makes their cells, tells what came of it. */
@NullMarked
package atelier.service.review;

import org.jspecify.annotations.NullMarked;
