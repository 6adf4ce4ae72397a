/** Analyzes pictures of subjects: what is to be seen in them, and how a prompt says it. */
@NullMarked
package atelier.service.review.analysis;

import org.jspecify.annotations.NullMarked;
