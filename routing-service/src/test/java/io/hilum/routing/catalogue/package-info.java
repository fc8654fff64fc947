@NullMarked
package io.hilum.routing.catalogue;

import org.jspecify.annotations.NullMarked;
