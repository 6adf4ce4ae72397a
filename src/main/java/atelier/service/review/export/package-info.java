/** Comparisons as files for others: a page, sheets, a table. */
@NullMarked
package atelier.service.review.export;

import org.jspecify.annotations.NullMarked;
