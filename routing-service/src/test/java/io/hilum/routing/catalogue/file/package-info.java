@NullMarked
package io.hilum.routing.catalogue.file;

import org.jspecify.annotations.NullMarked;
