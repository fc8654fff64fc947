package io.hilum.usage.directory;

/**
 * A group of the directory.
 *
 * @param id the id in the directory
 * @param name the name
 * @param path its place in the tree, such as {@code /clinic/cardiology}
 */
public record Group(String id, String name, String path) {
}
