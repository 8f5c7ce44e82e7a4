// shape_products.mlir -- what large contractions become before kernels are made: free dimensions side by side are one, a batch that lies last
// comes first, narrow types are converted once. Small ones, and bytes whose sums may be above 2^24, stay.
// RUN: cjax-opt --shape-products %s | FileCheck %s

// CHECK-LABEL: func.func @merged
// CHECK:         cjax.reshape %{{.*}} : tensor<4x20x30x3xf32> -> tensor<4x20x90xf32>
// CHECK:         cjax.dot_general %{{.*}} contract [1], [0] batch [], [] : (tensor<4x20x90xf32>, tensor<20x33xf32>) -> tensor<4x90x33xf32>
// CHECK:         cjax.reshape %{{.*}} : tensor<4x90x33xf32> -> tensor<4x30x3x33xf32>
func.func @merged(%x: tensor<4x20x30x3xf32>, %y: tensor<20x33xf32>) -> tensor<4x30x3x33xf32> {
  %0 = cjax.dot_general %x, %y contract [1], [0] batch [], [] : (tensor<4x20x30x3xf32>, tensor<20x33xf32>) -> tensor<4x30x3x33xf32>
  return %0 : tensor<4x30x3x33xf32>
}
// CHECK-LABEL: func.func @contracted
// CHECK:         cjax.dot_general %{{.*}} contract [1], [0] batch [], [] : (tensor<40x60xf32>, tensor<60x50xf32>) -> tensor<40x50xf32>
func.func @contracted(%x: tensor<40x5x12xf32>, %y: tensor<5x12x50xf32>) -> tensor<40x50xf32> {
  %0 = cjax.dot_general %x, %y contract [1, 2], [0, 1] batch [], [] : (tensor<40x5x12xf32>, tensor<5x12x50xf32>) -> tensor<40x50xf32>
  return %0 : tensor<40x50xf32>
}
// CHECK-LABEL: func.func @batch
// CHECK:         cjax.transpose %{{.*}} perm [2, 0, 1] : tensor<32x48x64xf32> -> tensor<64x32x48xf32>
// CHECK:         cjax.dot_general %{{.*}} contract [2], [1] batch [0], [0] : (tensor<64x96x32xf32>, tensor<64x32x48xf32>) -> tensor<64x96x48xf32>
func.func @batch(%x: tensor<64x96x32xf32>, %y: tensor<32x48x64xf32>) -> tensor<64x96x48xf32> {
  %0 = cjax.dot_general %x, %y contract [2], [0] batch [0], [2] : (tensor<64x96x32xf32>, tensor<32x48x64xf32>) -> tensor<64x96x48xf32>
  return %0 : tensor<64x96x48xf32>
}
// CHECK-LABEL: func.func @bytes
// CHECK:         cjax.dot_general %{{.*}} : (tensor<40x900xf32>, tensor<900x40xf32>) -> tensor<40x40xf32>
// CHECK:         cjax.convert_element_type %{{.*}} : tensor<40x40xf32> -> tensor<40x40xi32>
// CHECK:         cjax.dot_general %{{.*}} : (tensor<40x1100xi8>, tensor<1100x40xi8>) -> tensor<40x40xi32>
func.func @bytes(%x: tensor<40x900xi8>, %y: tensor<900x40xi8>, %z: tensor<40x1100xi8>, %w: tensor<1100x40xi8>) -> (tensor<40x40xi32>, tensor<40x40xi32>) {
  %0 = cjax.dot_general %x, %y contract [1], [0] batch [], [] {preferred_element_type = i32} : (tensor<40x900xi8>, tensor<900x40xi8>) -> tensor<40x40xi32>
  %1 = cjax.dot_general %z, %w contract [1], [0] batch [], [] {preferred_element_type = i32} : (tensor<40x1100xi8>, tensor<1100x40xi8>) -> tensor<40x40xi32>
  return %0, %1 : tensor<40x40xi32>, tensor<40x40xi32>
}
// CHECK-LABEL: func.func @halves
// CHECK:         cjax.dot_general %{{.*}} : (tensor<40x90xf32>, tensor<90x40xf32>) -> tensor<40x40xf32>
// CHECK:         cjax.convert_element_type %{{.*}} : tensor<40x40xf32> -> tensor<40x40xbf16>
func.func @halves(%x: tensor<40x90xbf16>, %y: tensor<90x40xbf16>) -> tensor<40x40xbf16> {
  %0 = cjax.dot_general %x, %y contract [1], [0] batch [], [] : (tensor<40x90xbf16>, tensor<90x40xbf16>) -> tensor<40x40xbf16>
  return %0 : tensor<40x40xbf16>
}
// CHECK-LABEL: func.func @small
// CHECK-NOT:     cjax.reshape
// CHECK:         return
func.func @small(%x: tensor<2x5x3x3xf32>, %y: tensor<5x4xf32>) -> tensor<2x3x3x4xf32> {
  %0 = cjax.dot_general %x, %y contract [1], [0] batch [], [] : (tensor<2x5x3x3xf32>, tensor<5x4xf32>) -> tensor<2x3x3x4xf32>
  return %0 : tensor<2x3x3x4xf32>
}
// The columns of a large matrix are summed rows at once; of a small one they are not.
// CHECK-LABEL: func.func @columns
// CHECK:         cjax.broadcast_in_dim %{{.*}} dims [0] : tensor<800xf32> -> tensor<800x900xf32>
// CHECK:         cjax.reduce_sum %{{.*}} over [0] : tensor<800x900xf32> -> tensor<900xf32>
// CHECK:         cjax.dot_general %{{.*}} : (tensor<300xf32>, tensor<300x400xf32>) -> tensor<400xf32>
func.func @columns(%x: tensor<800xf32>, %y: tensor<800x900xf32>, %z: tensor<300xf32>, %w: tensor<300x400xf32>) -> (tensor<900xf32>, tensor<400xf32>) {
  %0 = cjax.dot_general %x, %y contract [0], [0] batch [], [] : (tensor<800xf32>, tensor<800x900xf32>) -> tensor<900xf32>
  %1 = cjax.dot_general %z, %w contract [0], [0] batch [], [] : (tensor<300xf32>, tensor<300x400xf32>) -> tensor<400xf32>
  return %0, %1 : tensor<900xf32>, tensor<400xf32>
}
