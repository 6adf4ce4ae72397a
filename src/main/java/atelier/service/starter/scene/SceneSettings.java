package atelier.service.starter.scene;

/**
 * What scenes are like.
 *
 * @param side of the picture in pixels
 * @param least width of the smallest faces in pixels
 * @param most width of the largest ones
 * @param crowd the most people of a scene; there may be nobody
 */
public record SceneSettings(int side, double least, double most, int crowd) {}
