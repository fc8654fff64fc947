@NullMarked
package io.hilum.routing.catalogue.check;

import org.jspecify.annotations.NullMarked;
