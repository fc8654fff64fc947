@NullMarked
package io.hilum.routing.provider.azure;

import org.jspecify.annotations.NullMarked;
