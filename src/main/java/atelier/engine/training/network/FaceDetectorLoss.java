package atelier.engine.training.network;

/**
 * What a detector of faces learns: a sum of parts, each times its weight. All are for each cell
 * that has a face.
 *
 * @param face of the cross entropies of whether there is a face
 * @param fit of those of how well the box fits, which is to be its overlap with the right one (Ge
 *     et al., arXiv 2107.08430)
 * @param overlap of what boxes lack to a full overlap
 * @param box of the absolute errors of boxes, in cells
 * @param marks of the absolute errors of the marks, as shares of the face's size
 */
public record FaceDetectorLoss(double face, double fit, double overlap, double box, double marks) {}
