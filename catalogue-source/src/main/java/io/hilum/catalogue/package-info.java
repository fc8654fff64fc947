/**
 * Where the catalogue comes from: a file that is looked at again and again, and on
 * Kubernetes the ConfigMap that the file is mounted from.
 */
@NullMarked
package io.hilum.catalogue;

import org.jspecify.annotations.NullMarked;
