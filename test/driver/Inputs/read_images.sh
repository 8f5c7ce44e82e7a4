# read_images.sh FILE... -- opens each as an image, in a program of its own.
for f; do
  echo "from PIL import Image; print(Image.open('$f').size)" > q.py
  cjaxc run q.py 2>&1
done
true
