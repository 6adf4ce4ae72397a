/**
 * Makes good pictures bad, as a restorer is to meet them: blurred, small, noisy and compressed, in
 * any order (Zhang et al., arXiv 2103.14006; Wang et al., arXiv 2101.04061).
 */
@NullMarked
package atelier.service.starter.degradation;

import org.jspecify.annotations.NullMarked;
