/** What is to be seen in pictures of a subject, told by CLIP, and how well images show the same. */
@NullMarked
package atelier.service.review.feature;

import org.jspecify.annotations.NullMarked;
