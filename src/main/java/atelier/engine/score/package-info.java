/** Scores: how well pictures fit texts, and each other. */
@NullMarked
package atelier.engine.score;

import org.jspecify.annotations.NullMarked;
