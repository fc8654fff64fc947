@NullMarked
package io.hilum.routing.catalogue.kubernetes;

import org.jspecify.annotations.NullMarked;
