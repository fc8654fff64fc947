package io.hilum.rag.collection.web;

import java.util.List;

/**
 * The collections that a caller may see, by name.
 */
record CollectionsV1(List<CollectionV1> collections) {
}
